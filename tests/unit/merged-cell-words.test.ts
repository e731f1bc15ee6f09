import { describe, expect, it } from 'vitest';
import { cellWords } from '#app/components/figure-trail/weights-trail.tsx';

describe('a cell that was merged', () => {
  it('is named by its district and ages, not by its key', () => {
    expect(cellWords('D01|18-24')).toBe('I (18–24)');
    expect(cellWords('D12|18-24+D12|25-34')).toBe('XII (18–24, 25–34)');
    expect(cellWords('D04|65-74+D04|75+')).toBe('IV (65–74, 75+)');
  });

  it('keeps the name it came with where it is of another form', () => {
    expect(cellWords('education:basic')).toBe('education:basic');
    expect(cellWords('D01|18-24+D02|18-24')).toBe('D01|18-24+D02|18-24');
  });
});
