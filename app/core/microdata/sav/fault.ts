import type { MicrodataFault, MicrodataFaultCode } from '../table.ts';

/** Ends the reading of a system file; `readSav` turns it into a value. */
export class SavFault extends Error {
  readonly fault: MicrodataFault;

  constructor(code: MicrodataFaultCode, where: Partial<Omit<MicrodataFault, 'code'>> = {}) {
    super(code);
    this.fault = { place: null, column: null, found: null, ...where, code };
  }
}
