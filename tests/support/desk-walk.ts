import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { testFolder } from './database.ts';
import { staffPassword } from './staff.ts';

const jobMilliseconds = 120_000;

/** Signs in with the account that `addStaff` made, in Polish, and comes to where the role begins. */
export async function signInAs(page: Page, role: StaffRole): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Adres e-mail').fill(`${role}@example.test`);
  await page.getByLabel('Hasło').fill(staffPassword);
  await page.getByRole('button', { name: 'Zaloguj' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Goes from the page of a wave to the act that it says comes next. */
export async function takeNextStep(page: Page, waveId: string): Promise<void> {
  await page.goto(`/fieldwork/waves/${waveId}`);
  await page.locator('.wave-step-next a.button').click();
  await page.locator('.way-back').waitFor();
}

/** The title of the step that the page of a wave marks as the next one. */
export async function nextStepOf(page: Page, waveId: string): Promise<string> {
  await page.goto(`/fieldwork/waves/${waveId}`);
  return (await page.locator('.wave-step-next h2').first().textContent()) ?? '';
}

/** Hands an extract in and waits until every row of it is checked. */
export async function handInExtract(page: Page, name: string, content: string): Promise<void> {
  const file = join(testFolder(), name);
  await writeFile(file, content);
  await page.getByLabel('Plik wyciągu').setInputFiles(file);
  await page.getByRole('button', { name: 'Sprawdź plik' }).click();
  await page.locator('#frame-errors-title, button[value="process"]').waitFor();
}

/**
 * Ticks the box that names what will happen, those that accept a warning too, and presses the button beside
 * them.
 */
export async function confirmAct(page: Page, button: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) });
  for (const box of await form.getByRole('checkbox').all()) await box.check();
  await form.getByRole('button', { name: button, exact: true }).click();
}

/**
 * Waits for the end of the work that was started, and reads the figures that it left, their thousands
 * unparted.
 */
export async function jobFigures(page: Page): Promise<Record<string, string>> {
  await page.waitForURL('**/job');
  const ended = page.locator('.notice.done, .error-summary');
  await ended.waitFor({ timeout: jobMilliseconds });
  const names = await ended.locator('dt').allTextContents();
  const values = await ended.locator('dd').allTextContents();
  if (names.length === 0) throw new Error(`the work ended otherwise: ${await ended.textContent()}`);
  return Object.fromEntries(names.map((name, index) => [name, values[index]?.replaceAll(/\s/g, '') ?? '']));
}

/**
 * Issues the codes, takes the file for the print supplier as it lands on the manager's disk, and confirms its
 * receipt.
 */
export async function downloadCodes(page: Page): Promise<string> {
  await confirmAct(page, 'Wydaj kody i utwórz plik');
  const file = page.locator('.printer-file');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    file.getByRole('button', { name: 'Pobierz plik' }).click(),
  ]);
  const arrived = join(testFolder(), 'kody.csv');
  await download.saveAs(arrived);
  await file.getByLabel('Plik, który dotarł').setInputFiles(arrived);
  await file.getByRole('button', { name: 'Porównaj i potwierdź' }).click();
  await file.waitFor({ state: 'detached' });
  return readFile(arrived, 'utf8');
}
