import { setImmediate as breathe } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Language } from '#core/language.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paintOnPage } from '../drawing/paint-page.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { faceFiles } from '../drawing/typeface.server.ts';

/** Opened once a paper, by their files: the first is the document's own. */
const fonts = faceFiles;
/** A4 in points, and what of it is written on. */
const page = { width: 595.28, height: 841.89, left: 42, right: 42, top: 40, bottom: 52 } as const;
/** A paper has two pages, so that it is one sheet. */
const mostPages = 2;
/** In points, for how the figures were found, the citation, and that there is more. */
const closingRoom = 92;
/** The face's own lines stand far apart. */
const gapOf = (size: number) => -0.09 * size;

/** Width of the written part. */
export const sheetWidth = page.width - page.left - page.right;

/** Something that stands on a page undivided: how high it is, and how it is put there. */
export interface Block {
  height: number;
  put(sheet: PDFKit.PDFDocument, x: number, y: number): void;
  /** What it is for a screen reader. */
  tag: 'P' | 'LI' | 'Figure' | 'H1' | 'H2';
  /** What a picture says. */
  alt?: string;
}

interface SheetHead {
  title: string;
  language: Language;
  /** Below, on every page, beside its number. */
  footer: string;
  /** `page 1 of 2` */
  pageOf(number: number, all: number): string;
}

type TextStyle = { size?: number; isStrong?: boolean; colour?: string; width?: number };

/** A sheet of A4 that is filled from above; what has no room on its second page is told of, and left out. */
export function newSheet(head: SheetHead) {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    font: fonts.regular,
    lang: head.language,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: head.title, Producer: 'Poczucie', Creator: 'Poczucie' },
  } as PDFKit.PDFDocumentOptions);
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let y: number = page.top;
  let pages = 1;
  let left = 0;
  let isClosing = false;

  /** The last page keeps room for what closes the paper. */
  const roomHere = () =>
    page.height - page.bottom - y - (pages === mostPages && !isClosing ? closingRoom : 0);
  /** Goes on to the next page where the height does not fit; false when there is none. */
  function makeRoom(height: number): boolean {
    if (height <= roomHere()) return true;
    if (pages === mostPages) return false;
    pdf.addPage();
    pages += 1;
    y = page.top;
    return true;
  }
  function put(block: Block): void {
    const at = y;
    const options = block.alt === undefined ? {} : { alt: block.alt };
    root.add(pdf.struct(block.tag, options, () => block.put(pdf, page.left, at)));
    y += block.height;
  }

  return {
    /** Of the written part. */
    width: sheetWidth,
    /** Words on as many lines as they need. */
    words(
      text: string,
      { size = 9.5, isStrong = false, colour = paperColours.ink, width = sheetWidth }: TextStyle = {},
    ): Block {
      pdf.font(isStrong ? fonts.strong : fonts.regular, size);
      const height = pdf.heightOfString(text, { width, lineGap: gapOf(size) });
      return {
        height: height + Math.min(3, size / 4),
        tag: 'P',
        put(sheet, x, top) {
          sheet.font(isStrong ? fonts.strong : fonts.regular, size).fillColor(colour);
          sheet.text(text, x, top, { width, lineGap: gapOf(size) });
        },
      };
    },
    /** Words that begin in bold. */
    named(name: string, text: string, { size = 9.5, width = sheetWidth }: TextStyle = {}): Block {
      pdf.font(fonts.strong, size);
      const height = pdf.heightOfString(`${name} ${text}`, { width, lineGap: gapOf(size) });
      return {
        height: height + 3,
        tag: 'P',
        put(sheet, x, top) {
          sheet.fillColor(paperColours.ink).font(fonts.strong, size);
          sheet.text(`${name} `, x, top, { width, lineGap: gapOf(size), continued: true });
          sheet.font(fonts.regular, size).text(text, { width, lineGap: gapOf(size) });
        },
      };
    },
    /** A drawing at a width. */
    drawing({ width, height, marks }: Drawing, alt: string, at: number = sheetWidth): Block {
      const scale = at / width;
      return {
        height: height * scale,
        tag: 'Figure',
        alt,
        put(sheet, x, top) {
          sheet.save();
          sheet.translate(x, top).scale(scale);
          paintOnPage(sheet, marks as Mark[], fonts);
          sheet.restore();
        },
      };
    },
    /** Blocks beside each other, each with its distance from the left. */
    beside(blocks: readonly { from: number; block: Block }[], tag: Block['tag'] = 'P'): Block {
      return {
        height: blocks.reduce((most, { block }) => Math.max(most, block.height), 0),
        tag,
        put(sheet, x, top) {
          for (const { from, block } of blocks) block.put(sheet, x + from, top);
        },
      };
    },
    /** The heading of the paper. */
    title(text: string, below: readonly Block[]): void {
      put({ ...this.words(text, { size: 19, isStrong: true }), tag: 'H1' });
      for (const block of below) put(block);
    },
    /**
     * A heading with what stands under it: never the heading alone at the end of a page. Blocks that have no
     * room any more are counted. Between sections other requests have their turn.
     */
    async section(heading: string, blocks: readonly Block[]): Promise<void> {
      await breathe();
      const [first] = blocks;
      if (!first) return;
      const title: Block = { ...this.words(heading, { size: 12.5, isStrong: true }), tag: 'H2' };
      if (!makeRoom(title.height + first.height + 10)) {
        left += blocks.length;
        return;
      }
      if (y > page.top) y += 10;
      put(title);
      for (const block of blocks) {
        if ((left === 0 || isClosing) && makeRoom(block.height)) put(block);
        else left += 1;
      }
    },
    /** The last section, for which the last page has kept room. */
    closing(heading: string, blocks: readonly Block[]): Promise<void> {
      isClosing = true;
      return this.section(heading, blocks);
    },
    /** How many blocks had no room. */
    leftOut: () => left,
    /** The file; the sheet takes nothing after. */
    async finish(): Promise<Uint8Array<ArrayBuffer>> {
      await breathe();
      root.end();
      for (let index = 0; index < pages; index += 1) {
        pdf.switchToPage(index);
        pdf.markContent('Artifact', { type: 'Pagination' });
        const foot = page.height - page.bottom + 14;
        pdf
          .lineWidth(0.5)
          .moveTo(page.left, foot)
          .lineTo(page.width - page.right, foot)
          .stroke(paperColours.line);
        pdf.font(fonts.regular, 7.5).fillColor(paperColours.inkSoft);
        const number = head.pageOf(index + 1, pages);
        const numberWidth = pdf.widthOfString(number);
        pdf.text(head.footer, page.left, foot + 5, {
          width: sheetWidth - numberWidth - 12,
          height: 22,
          lineGap: 0.5,
        });
        pdf.text(number, page.width - page.right - numberWidth, foot + 5, { lineBreak: false });
        pdf.endMarkedContent();
      }
      const ended = new Promise<void>((resolve) => pdf.once('end', () => resolve()));
      pdf.end();
      await ended;
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

export type Sheet = ReturnType<typeof newSheet>;
