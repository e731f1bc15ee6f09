import type { Command } from 'commander';
import { addAnalyseCommand } from './analyse.ts';
import { addCodesCommands } from './codes.ts';
import { addDemonstrationCommands } from './demo.ts';
import { addFrameCommands } from './frame.ts';
import { addMicrodataCommands } from './microdata.ts';
import { addProgressCommands } from './progress.ts';
import { addPublicationCommands } from './publication.ts';
import { addQuestionnaireCommands } from './questionnaire.ts';
import { addSampleCommands } from './sample.ts';
import { addUserCommands } from './user.ts';
import { addWaveCommands } from './wave.ts';
import { addWaveClosingCommands } from './wave-closing.ts';
import { addWaveRuleCommand } from './wave-rule.ts';

/** Every group of commands, in the order in which `--help` lists them. */
const groups = [
  addDemonstrationCommands,
  addUserCommands,
  addQuestionnaireCommands,
  addWaveCommands,
  addFrameCommands,
  addSampleCommands,
  addCodesCommands,
  addProgressCommands,
  addWaveRuleCommand,
  addWaveClosingCommands,
  addPublicationCommands,
  addMicrodataCommands,
  addAnalyseCommand,
];

export function registerCommands(program: Command): void {
  for (const addCommands of groups) addCommands(program);
}
