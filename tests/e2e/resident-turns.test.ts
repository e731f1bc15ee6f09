import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { pageText, residentClient } from '#tests/support/resident-http.ts';

let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  resident = await startResidentApp({ cases: 8 });
});

afterAll(async () => {
  await resident?.app.stop();
});

function nextCode(): string {
  used += 1;
  return resident.wave.cases[used - 1]?.code ?? '';
}

const { send, enter, submit } = residentClient(() => resident.app.origin);

describe('a code whose answers were sent', () => {
  it('brings the browser that sent them to its receipt, however the code is typed', async () => {
    const code = nextCode();
    const cookie = await submit(code);
    for (const typed of [code, code.toLowerCase()]) {
      const again = await send('POST', '/s/start', [['code', typed]], { cookie });
      expect([again.status, again.headers.get('location')]).toEqual([303, '/s/receipt']);
    }
  });

  it('says to any other session what an unknown one says', async () => {
    const [sent, begun] = [nextCode(), nextCode()];
    await submit(sent);
    const unknown = await send('POST', '/s/start', [['code', sent]]);
    const expected = [422, await pageText(unknown)];
    for (const cookie of [await enter(begun), await submit(nextCode()), 's=forged']) {
      const response = await send('POST', '/s/start', [['code', sent]], { cookie });
      expect([response.status, await pageText(response)]).toEqual(expected);
    }
  });
});
