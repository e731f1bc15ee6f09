/** What the study is: the first two sentences say it, the rest are the promises. */
export function Introduction({ sentences }: { sentences: string[] }) {
  return (
    <>
      <p className="lead">{sentences.slice(0, 2).join(' ')}</p>
      <ul className="promises">
        {sentences.slice(2).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
