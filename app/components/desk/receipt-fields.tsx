import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/context.tsx';

/**
 * What whoever holds the file counts in it: letters, and its SHA-256. Where scripts run, the browser counts both in the file itself,
 * which stays on the computer.
 */
export function ReceiptFields({ fileId }: { fileId: number }) {
  const { t } = useTranslator();
  const codes = useRef<HTMLInputElement>(null);
  const sha256 = useRef<HTMLInputElement>(null);
  const [canRead, setCanRead] = useState(false);
  useEffect(() => setCanRead(window.isSecureContext), []);

  async function readChosen({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const chosen = currentTarget.files?.[0];
    if (!chosen) return;
    const counted = await countedIn(await chosen.arrayBuffer());
    if (codes.current) codes.current.value = String(counted.codes);
    if (sha256.current) sha256.current.value = counted.sha256;
  }

  const [fileField, codesField, hashField] = ['chosen', 'codes', 'sha256'].map((name) => `${name}-${fileId}`);
  return (
    <>
      {canRead ? (
        <p className="field">
          <label htmlFor={fileField}>{t('fieldwork:codes.receiptFile')}</label>
          <input id={fileField} type="file" accept=".csv,text/csv" onChange={readChosen} />
        </p>
      ) : null}
      <p className="field">
        <label htmlFor={codesField}>{t('fieldwork:codes.receiptCodes')}</label>
        <input id={codesField} ref={codes} name="codes" inputMode="numeric" autoComplete="off" required />
      </p>
      <p className="field">
        <label htmlFor={hashField}>{t('fieldwork:codes.receiptHash')}</label>
        <span className="hint" id={`${hashField}-hint`}>
          {t('fieldwork:codes.receiptHashHint')}
        </span>
        <input
          id={hashField}
          ref={sha256}
          name="sha256"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${hashField}-hint`}
          required
        />
      </p>
    </>
  );
}

/** Rows below the heading, and the SHA-256 in hexadecimal digits. No field of the file holds a line break. */
async function countedIn(content: ArrayBuffer): Promise<{ codes: number; sha256: string }> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const lines = new TextDecoder().decode(content).split('\n');
  return {
    codes: lines.filter((line) => line.trim() !== '').length - 1,
    sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
