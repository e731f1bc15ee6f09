-- The register's id of a person stands beside the name and the address, and goes with them.
CREATE TABLE identities_with_register_ids (
  case_id TEXT PRIMARY KEY REFERENCES cases (case_id),
  unit_id TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  street TEXT NOT NULL,
  house_number TEXT NOT NULL,
  flat_number TEXT NOT NULL,
  postcode TEXT NOT NULL,
  locality TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('pl', 'en', 'uk'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO identities_with_register_ids
SELECT identities.case_id, cases.unit_id, given_name, family_name, street, house_number, flat_number, postcode,
  locality, phone, language
FROM identities JOIN cases ON cases.case_id = identities.case_id;
--> statement-breakpoint
DROP TABLE identities;
--> statement-breakpoint
ALTER TABLE identities_with_register_ids RENAME TO identities;
--> statement-breakpoint
CREATE TABLE cases_without_register_ids (
  case_id TEXT PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  stratum TEXT NOT NULL,
  district INTEGER NOT NULL,
  draw_rank INTEGER NOT NULL CHECK (draw_rank > 0),
  replicate INTEGER NOT NULL CHECK (replicate >= 0),
  selection_probability REAL NOT NULL CHECK (selection_probability > 0 AND selection_probability <= 1),
  released INTEGER NOT NULL CHECK (released IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('drawn', 'invited', 'started', 'completed', 'screened-out', 'refused', 'ineligible', 'undeliverable', 'withdrawn')),
  FOREIGN KEY (wave_id, stratum) REFERENCES strata (wave_id, stratum)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO cases_without_register_ids
SELECT case_id, wave_id, stratum, district, draw_rank, replicate, selection_probability, released, status FROM cases;
--> statement-breakpoint
DROP TABLE cases;
--> statement-breakpoint
ALTER TABLE cases_without_register_ids RENAME TO cases;
--> statement-breakpoint
CREATE INDEX cases_by_wave ON cases (wave_id, district, status);
--> statement-breakpoint
CREATE INDEX released_cases ON cases (wave_id, released, case_id, stratum);
