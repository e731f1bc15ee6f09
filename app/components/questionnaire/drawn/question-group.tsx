import type { ReactNode } from 'react';

interface QuestionGroupProps {
  name: string;
  title: string;
  description: string;
  children: ReactNode;
}

/** A battery or a group: its lead text is the legend of all its rows, each of which is a card of its own. */
export function QuestionGroup({ name, title, description, children }: QuestionGroupProps) {
  const descriptionId = description ? `${name}-hint` : undefined;
  return (
    <fieldset id={name} aria-describedby={descriptionId}>
      <legend>
        <h2 className="question-title">{title}</h2>
      </legend>
      {description ? (
        <p id={descriptionId} className="question-hint">
          {description}
        </p>
      ) : null}
      {children}
    </fieldset>
  );
}
