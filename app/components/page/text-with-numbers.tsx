const telephoneNumber = /(\d[\d ]*\d)/;

/** A sentence whose telephone numbers can be dialled by a tap and do not break over two lines. */
export function TextWithNumbers({ text }: { text: string }) {
  // Split at a group, every second part is a number.
  return text.split(telephoneNumber).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={`tel:${part.replaceAll(' ', '')}`} className="telephone">
        {part}
      </a>
    ),
  );
}
