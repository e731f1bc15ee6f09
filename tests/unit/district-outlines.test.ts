import { expect, test } from 'vitest';
import { districtOutlines } from '#app/use-cases/results/map/city-outline.server.ts';

test('every district is drawn inside the picture, with its numeral inside the district', () => {
  const { width, height, districts } = districtOutlines();
  expect(districts.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  for (const { path, labelX, labelY, room } of districts) {
    expect(path).toMatch(/^M\d+ \d+(l-?\d+[ -]\d+)+z$/);
    expect(labelX).toBeGreaterThan(0);
    expect(labelX).toBeLessThan(width);
    expect(labelY).toBeLessThan(height);
    expect(room).toBeGreaterThan(15);
  }
});

test('the outlines weigh little enough to travel with every map', () => {
  expect(JSON.stringify(districtOutlines()).length).toBeLessThan(20_000);
});
