import { z } from 'zod';
import { mailTypes } from '../mail/Mail.js';

const oneOrMoreTypes = z.union([z.enum(mailTypes), z.array(z.enum(mailTypes))]).transform((types) => [types].flat());

const mailFields = {
  subject: z.string().exactOptional(),
  preheader: z.string().exactOptional(),
  from: z.string().exactOptional(),
  language: z.string().exactOptional(),
  type: oneOrMoreTypes.exactOptional(),
  sendDate: z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]).exactOptional(),
};

/** `campaign.yml`: what is common to the mails of a folder and what is special to each. */
export const campaignFile = z.object({
  campaign: z.string().exactOptional(),
  ...mailFields,
  mails: z.record(z.string(), z.object(mailFields).nullable()).default({}),
});

export type Campaign = z.output<typeof campaignFile>;
