import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { clickThrough, openPage, startBrowser, visitorOf } from '#tests/support/browser.ts';
import {
  confirmAct,
  downloadCodes,
  handInExtract,
  jobFigures,
  nextStepOf,
  signInAs,
  takeNextStep,
} from '#tests/support/desk-walk.ts';
import { aRegister } from '#tests/support/drawn-wave.ts';
import { anAct, anExtractRow, extractText, testSecret } from '#tests/support/fieldwork.ts';
import { answerLetters, type Letter, readLetters } from '#tests/support/letters.ts';
import {
  enterCode,
  stepOf,
  waitForScripts,
  waitUntilSaved,
  walkTo,
  walkToReview,
} from '#tests/support/resident-walk.ts';
import { type RunningApp, startApp, withFieldwork } from '#tests/support/running-app.ts';
import { addStaff } from '#tests/support/staff.ts';
import { waveOfToday } from '#tests/support/wave-of-today.ts';

const wave = waveOfToday(Date.now());
const { waveId } = wave;
/** 50 cases and 4 replicates of 5 in each of the 18 districts; one replicate is released. */
const plan = { sampleSize: 40, responseRate: 80, replicates: 4 };
const released = 18 * 55;
/** In each line after the second something else is wrong. */
const faultyRegister = [
  anExtractRow(1),
  anExtractRow(2, { dzielnica: '19' }),
  anExtractRow(3, { imie: '<b>' }),
  anExtractRow(1),
  anExtractRow(5, { rok_ur: '1880' }),
  anExtractRow(6, { ulica: 'a'.repeat(10_000_000) }),
];
const receiptPattern = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

let browser: Browser;
let app: RunningApp;
let manager: Page;
let letters: Letter[] = [];
let responses = 0;

beforeAll(async () => {
  const prepare = async (dataFolder: string) => {
    const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
    for (const role of ['manager', 'city-analyst'] as const) await addStaff(accounts, role, Date.now());
    accounts.close();
    await withFieldwork(dataFolder, (database) => bringQuestionnaire(database, cityQuestionnaire, anAct()));
  };
  [app, browser] = await Promise.all([startApp({ prepare }), startBrowser()]);
  manager = await openPage(browser, { origin: app.origin, width: 1280 });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const heading = (page: Page) => page.locator('h1').textContent();
const letterIn = (language: string): Letter => {
  const letter = letters.find((candidate) => candidate.language === language);
  if (!letter) throw new Error(`letterIn requires a letter in ${language}`);
  return letter;
};

describe('one wave, walked by three people in their browsers', () => {
  it('the manager plans it, imports the frame, draws, issues the codes and opens it', async () => {
    await signInAs(manager, 'manager');
    await manager.getByRole('link', { name: 'Zaplanuj falę' }).click();
    await manager.getByLabel('Rok', { exact: true }).fill(String(wave.year));
    await manager.getByLabel('Pora roku').selectOption(wave.season);
    await manager.getByLabel('Pierwszy dzień realizacji').fill(wave.firstDay);
    await manager.getByLabel('Ostatni dzień realizacji').fill(wave.lastDay);
    await manager
      .getByRole('textbox', { name: 'Odpowiedzi w każdej dzielnicy' })
      .fill(String(plan.sampleSize));
    await manager.getByLabel('Spodziewany odsetek odpowiedzi').fill(String(plan.responseRate));
    await manager.getByLabel('Partie rezerwowe').fill(String(plan.replicates));
    // Nobody waits half an hour in a test: who is inside when the manager closes has no minutes left.
    await manager.getByLabel('Czas na dokończenie po zamknięciu').fill('0');
    await manager.getByRole('button', { name: 'Zaplanuj falę' }).click();
    await manager.waitForURL(`**/fieldwork/waves/${waveId}`);

    await takeNextStep(manager, waveId);
    await handInExtract(manager, 'z błędami.csv', extractText(faultyRegister));
    expect(await manager.locator('#frame-errors-title').textContent()).toContain('5 błędów');
    expect(await manager.locator('tbody td.number').allTextContents()).toEqual(['3', '4', '5', '6', '7']);
    expect(await manager.locator('tbody td.explained').allTextContents()).toEqual([
      expect.stringContaining('Nie ma takiej dzielnicy'),
      expect.stringContaining('Usuń znaczniki'),
      expect.stringContaining('Ten identyfikator już był'),
      expect.stringContaining('Rok urodzenia jest niemożliwy'),
      expect.stringContaining('Wiersz jest dłuższy niż 65'),
    ]);
    await handInExtract(manager, 'nie ten.csv', extractText(aRegister(36)));
    await manager.getByRole('button', { name: 'Zrezygnuj i usuń te dane' }).click();
    await manager.getByText('„nie ten.csv” nie został przyjęty').waitFor();
    await handInExtract(manager, 'wyciąg.csv', extractText(aRegister(3600)));
    expect(await manager.locator('tbody td.number').allTextContents()).toEqual(Array(18).fill('200'));
    await manager.getByRole('button', { name: /Przyjmij 3\D600 osób jako operat/ }).click();
    await manager.waitForURL(`**/fieldwork/waves/${waveId}`);

    await takeNextStep(manager, waveId);
    await confirmAct(manager, 'Losuj próbę');
    expect(await jobFigures(manager)).toEqual({ 'Wylosowane osoby': '1260', 'Próba uruchomiona': '900' });
    await manager.goto(`/fieldwork/waves/${waveId}/replicates`);
    await confirmAct(manager, 'Uruchom partię');
    await manager.waitForURL('**/codes');
    letters = readLetters(await downloadCodes(manager));
    expect(letters).toHaveLength(released);
    expect(new Set(letters.map(({ code }) => code)).size).toBe(released);

    await takeNextStep(manager, waveId);
    await confirmAct(manager, 'Otwórz falę');
    await manager.getByText('w terenie').waitFor();
  });

  it('a resident on a phone answers in Ukrainian, stops, resumes elsewhere, sends, and is told kindly when trying again', async () => {
    const letter = letterIn('uk');
    const visitor = { origin: app.origin, width: 360, language: 'uk' } as const;
    // The letter names the public address, which stands for the server here.
    const { origin, pathname, hash } = new URL(letter.link);
    expect(origin).toBe('http://ankieta.example');
    const phone = await openPage(browser, visitor, `${pathname}${hash}`);
    await phone.getByRole('button', { name: 'Почати' }).click();
    await phone.waitForURL('**/city');
    await phone.getByLabel('Перша справа').fill('Темні переходи');
    expect(await walkTo(phone, 'worry')).toEqual(['city', 'feeling', 'problems']);
    await waitForScripts(phone);
    await phone.locator('.choices input[type="radio"]').nth(2).check();
    await waitUntilSaved(phone);
    await phone.context().close();

    const other = await openPage(browser, visitor);
    await enterCode(other, ` ${letter.code.toLowerCase()} `);
    expect(stepOf(other)).toBe('worry');
    expect(await other.locator('.choices input[type="radio"]').nth(2).isChecked()).toBe(true);
    expect((await walkToReview(other))[0]).toBe('worry');
    expect(await other.locator('main').textContent()).toContain('Темні переходи');
    await other.locator('main button.primary').click();
    await other.waitForURL('**/s/receipt');
    expect(await other.locator('.receipt-code').textContent()).toMatch(receiptPattern);
    await other.context().close();

    const again = await openPage(browser, visitor);
    await enterCode(again, letter.code);
    expect(await heading(again)).toBe('Цей код зараз не відкриває анкету');
    expect(await again.locator('main').textContent()).toContain('більше нічого робити не треба');
  });

  it('a resident without scripts comes from the letter to the receipt, and so do the others', async () => {
    const letter = letterIn('pl');
    const visitor = { origin: app.origin, width: 360, javaScript: false } as const;
    const context = await visitorOf(browser, visitor);
    const page = await context.newPage();
    await enterCode(page, letter.code);
    const steps = await walkToReview(page);
    expect([steps[0], steps.at(-1), steps.length]).toEqual(['city', 'about', 10]);
    await page.locator('main button.primary').click();
    expect(await page.locator('.receipt-code').textContent()).toMatch(receiptPattern);

    const inBrowsers = [letter, letterIn('uk')];
    const others = letters.filter((other, index) => index % 4 > 0 && !inBrowsers.includes(other));
    await withFieldwork(app.dataFolder, (database) =>
      answerLetters({ database, secret: testSecret, now: Date.now() }, others),
    );
    responses = others.length + inBrowsers.length;
  });

  it('the manager closes it before its last day, freezes, weights and publishes', async () => {
    await manager.goto(`/fieldwork/waves/${waveId}`);
    await clickThrough(manager, manager.getByRole('link', { name: 'Zakończ zbieranie wcześniej' }));
    expect(await manager.locator('main').textContent()).toContain('Wcześniejszy koniec jest możliwy');
    await confirmAct(manager, 'Zamknij falę');
    expect(await jobFigures(manager)).toEqual({
      'Pełne, niewysłane': '0',
      'Częściowe, niewysłane': '0',
      'Przerwane, niewysłane': '0',
    });
    await takeNextStep(manager, waveId);
    await confirmAct(manager, 'Zamroź dane');
    expect(await jobFigures(manager)).toMatchObject({ Odpowiedzi: String(responses) });
    await takeNextStep(manager, waveId);
    await manager.getByRole('button', { name: /^Zważ / }).click();
    expect(await jobFigures(manager)).toMatchObject({ Odpowiedzi: String(responses) });
    await takeNextStep(manager, waveId);
    // Whether the weights warn of something hangs on who was drawn; `confirmAct` accepts what stands there.
    await confirmAct(manager, 'Opublikuj i przekaż miastu');
    expect(Number((await jobFigures(manager))['Nie do oceny: za mało danych lub ukryte'])).toBeGreaterThan(0);
    expect(await nextStepOf(manager, waveId)).toContain('Usunięcie danych osobowych');

    await manager.goto(`/fieldwork/waves/${waveId}/audit`);
    expect(await manager.locator('main').textContent()).toContain('planowany koniec: ');
    const about = await manager.locator('.audit-detail div').allTextContents();
    expect(about.filter((line) => /^[a-z]+[A-Z]\w*:/.test(line))).toEqual([]);
  });

  it('the city analyst sees it on the map, with what so small a sample can show and what it cannot', async () => {
    const analyst = await openPage(browser, { origin: app.origin, width: 1280 });
    await signInAs(analyst, 'city-analyst');
    await analyst.waitForURL('**/results');
    expect(await heading(analyst)).toMatch(/działać w \d+ miejsc|za mało, by ocenić, gdzie działać/);
    await analyst.goto('/results/map');
    const rows = analyst.locator('.district-table tbody tr:not(.whole-city)');
    const figuresOfDistricts = () => rows.locator('td:nth-child(2)').allTextContents();
    // Who is drawn is chance here, so how many districts reach 30 people in a base differs from run to run.
    const shown = /^\d+(,\d)?( %)? \(\d+(,\d)?–\d+(,\d)?( %)?\) \(n\s=\s[3-9]0\)/;
    const hidden = /^Ukryte[:,] /;
    expect(await analyst.locator('.wave-line').textContent()).toContain(`publikacja ${waveId}.1`);
    expect(await heading(analyst)).toContain('danych jest za mało, by porównać dzielnice');
    expect(await analyst.locator('.map-untold').count()).toBeGreaterThanOrEqual(18);
    const unsafe = await figuresOfDistricts();
    expect(unsafe).toHaveLength(18);
    expect(unsafe.filter((figure) => !hidden.test(figure) && !shown.test(figure))).toEqual([]);
    expect(unsafe.filter((figure) => hidden.test(figure))).not.toEqual([]);

    await analyst.getByLabel('Wskaźnik').selectOption('safety_index');
    await analyst.getByRole('button', { name: 'Pokaż' }).click();
    await analyst.waitForURL('**indicator=safety_index**');
    const indices = await figuresOfDistricts();
    expect(indices).toHaveLength(18);
    expect(indices.filter((figure) => !hidden.test(figure) && !shown.test(figure))).toEqual([]);
    expect(indices.filter((figure) => shown.test(figure))).not.toEqual([]);
    await rows.first().getByRole('link').click();
    await analyst.waitForURL('**/results/districts/1**');
    expect(await heading(analyst)).toContain('Stare Miasto');
    const cells = await analyst.locator('.figure-hidden').allTextContents();
    expect(cells.filter((cell) => !hidden.test(cell))).toEqual([]);
    expect(cells).not.toEqual([]);
  });
});
