#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { compiledCommand } from './compiledCommand.js';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

compiledCommand(pathOf('./command.cjs'), pathOf('./command.cache')).run();
