import type { Command } from 'commander';
import { addAnalyseCommand } from './analyse.ts';
import { addCodesCommands } from './codes.ts';
import { addDemonstrationCommands } from './demo.ts';
import { addFrameCommands } from './frame.ts';
import { addCameraCommands } from './publication/cameras.ts';
import { addContextCommands } from './publication/context.ts';
import { addPublicationCommands } from './publication/publication.ts';
import { addQuestionnaireCommands } from './questionnaire.ts';
import { addMicrodataCommands } from './study/microdata.ts';
import { addUserCommands } from './user.ts';
import { addFieldworkReportCommand, addProgressCommands } from './wave/progress.ts';
import { addSampleCommands } from './wave/sample.ts';
import { addWaveCommands } from './wave/wave.ts';
import { addWaveClosingCommands } from './wave/wave-closing.ts';
import { addWaveRuleCommand } from './wave/wave-rule.ts';

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
  addFieldworkReportCommand,
  addWaveRuleCommand,
  addWaveClosingCommands,
  addPublicationCommands,
  addContextCommands,
  addCameraCommands,
  addMicrodataCommands,
  addAnalyseCommand,
];

export function registerCommands(program: Command): void {
  for (const addCommands of groups) addCommands(program);
}
