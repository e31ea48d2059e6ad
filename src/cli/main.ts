#!/usr/bin/env node
import { bundledServices } from './bundledServices.js';
import { processTerminal } from './processTerminal.js';
import { runCommandLine } from './runCommandLine.js';

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), bundledServices);
