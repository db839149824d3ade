import { collectionNames } from '../dataset/schema/collections.ts';
import { anchor } from './anchor.ts';
import { annotations } from './annotations.ts';
import { cite } from './cite.ts';
import { createListCommand } from './collection-commands.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { coverage } from './coverage.ts';
import { exportPackage } from './export.ts';
import { graph } from './graph.ts';
import { newDataset } from './new.ts';
import { records } from './records.ts';
import { repair } from './repair.ts';
import { report } from './report.ts';
import { schema } from './schema.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { timeline } from './timeline.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

/** All commands, in the order of the help. A new command needs its own file and a line here. */
export const commands: readonly Command[] = [
  ...collectionNames.map(createListCommand),
  records,
  show,
  search,
  timeline,
  graph,
  cite,
  report,
  annotations,
  verify,
  coverage,
  compare,
  validate,
  newDataset,
  anchor,
  repair,
  schema,
  exportPackage,
  completion,
];
