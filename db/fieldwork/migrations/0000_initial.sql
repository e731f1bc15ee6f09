CREATE TABLE questionnaires (
  version TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('draft', 'reviewed', 'frozen')),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  imported_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER frozen_questionnaires_are_never_changed BEFORE UPDATE ON questionnaires
WHEN OLD.status = 'frozen' AND
  (NEW.definition <> OLD.definition OR NEW.sha256 <> OLD.sha256 OR NEW.status <> 'frozen')
BEGIN SELECT RAISE(ABORT, 'a frozen questionnaire never changes'); END;
--> statement-breakpoint
CREATE TABLE waves (
  wave_id TEXT PRIMARY KEY CHECK (wave_id GLOB '[0-9][0-9][0-9][0-9]-[12]'),
  year INTEGER NOT NULL,
  season TEXT NOT NULL CHECK (season IN ('spring', 'autumn')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'sampled', 'open', 'closed', 'frozen', 'weighted', 'published')),
  questionnaire_version TEXT NOT NULL REFERENCES questionnaires (version),
  sample_size INTEGER NOT NULL CHECK (sample_size > 0),
  expected_response_rate REAL NOT NULL CHECK (expected_response_rate > 0 AND expected_response_rate <= 1),
  reserve_replicates INTEGER NOT NULL CHECK (reserve_replicates >= 0),
  seed TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  -- when the fieldwork ends or ended; the plan stays beside it
  closes_at INTEGER NOT NULL CHECK (closes_at > opens_at),
  planned_closes_at INTEGER NOT NULL,
  grace_minutes INTEGER NOT NULL CHECK (grace_minutes >= 0),
  time_zone TEXT NOT NULL,
  partial_threshold REAL NOT NULL CHECK (partial_threshold > 0 AND partial_threshold <= 1),
  complete_threshold REAL NOT NULL CHECK (complete_threshold >= partial_threshold AND complete_threshold <= 1),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  public_key BLOB NOT NULL,
  wrapped_private_key BLOB,
  created_at INTEGER NOT NULL,
  closed_at INTEGER,
  frozen_at INTEGER,
  identities_destroyed_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE TRIGGER settings_of_an_opened_wave_are_never_changed BEFORE UPDATE OF settings ON waves
WHEN OLD.status NOT IN ('planned', 'sampled') AND NEW.settings <> OLD.settings
BEGIN SELECT RAISE(ABORT, 'the rule of a wave that has opened never changes'); END;
--> statement-breakpoint
CREATE TRIGGER the_planned_end_of_a_wave_is_never_changed BEFORE UPDATE OF planned_closes_at ON waves
WHEN OLD.planned_closes_at <> NEW.planned_closes_at
BEGIN SELECT RAISE(ABORT, 'the planned end of a wave never changes'); END;
--> statement-breakpoint
CREATE TRIGGER the_rule_of_completeness_of_an_opened_wave_is_never_changed
BEFORE UPDATE OF partial_threshold, complete_threshold ON waves
WHEN OLD.status NOT IN ('planned', 'sampled')
  AND (NEW.partial_threshold <> OLD.partial_threshold OR NEW.complete_threshold <> OLD.complete_threshold)
BEGIN SELECT RAISE(ABORT, 'the rule of a wave that has opened never changes'); END;
--> statement-breakpoint
CREATE TABLE frames (
  frame_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('checking', 'refused', 'staged', 'processed', 'cancelled')),
  row_count INTEGER NOT NULL,
  error_count INTEGER NOT NULL,
  errors TEXT NOT NULL CHECK (json_valid(errors)),
  undrawn_deleted INTEGER CHECK (undrawn_deleted >= 0),
  uploaded_by TEXT NOT NULL,
  uploaded_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX one_processed_frame_per_wave ON frames (wave_id) WHERE status = 'processed';
--> statement-breakpoint
CREATE TABLE frame_units (
  frame_id INTEGER NOT NULL REFERENCES frames (frame_id),
  unit_id TEXT NOT NULL,
  district INTEGER NOT NULL CHECK (district BETWEEN 1 AND 99),
  sex TEXT NOT NULL CHECK (sex IN ('F', 'M')),
  birth_year INTEGER NOT NULL,
  age_band TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  street TEXT NOT NULL,
  house_number TEXT NOT NULL,
  flat_number TEXT NOT NULL,
  postcode TEXT NOT NULL,
  locality TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('pl', 'en', 'uk')),
  PRIMARY KEY (frame_id, unit_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE strata (
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  stratum TEXT NOT NULL,
  district INTEGER NOT NULL,
  age_band TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('F', 'M')),
  population INTEGER NOT NULL CHECK (population >= 0),
  main_size INTEGER NOT NULL CHECK (main_size >= 0),
  replicate_size INTEGER NOT NULL CHECK (replicate_size >= 0),
  PRIMARY KEY (wave_id, stratum)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE education_margins (
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  education INTEGER NOT NULL CHECK (education BETWEEN 1 AND 4),
  population REAL NOT NULL CHECK (population >= 0),
  PRIMARY KEY (wave_id, education)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE cases (
  case_id TEXT PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  stratum TEXT NOT NULL,
  district INTEGER NOT NULL,
  draw_rank INTEGER NOT NULL CHECK (draw_rank > 0),
  replicate INTEGER NOT NULL CHECK (replicate >= 0),
  selection_probability REAL NOT NULL CHECK (selection_probability > 0 AND selection_probability <= 1),
  released INTEGER NOT NULL CHECK (released IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('drawn', 'invited', 'started', 'completed', 'partial', 'broke-off', 'screened-out', 'refused', 'ineligible', 'undeliverable', 'withdrawn')),
  FOREIGN KEY (wave_id, stratum) REFERENCES strata (wave_id, stratum)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX cases_by_wave ON cases (wave_id, district, status);
--> statement-breakpoint
CREATE INDEX released_cases ON cases (wave_id, released, case_id, stratum);
--> statement-breakpoint
CREATE TABLE identities (
  case_id TEXT PRIMARY KEY REFERENCES cases (case_id),
  -- the register's id of a person goes with the name and the address
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
CREATE TABLE case_events (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  occurred_on TEXT NOT NULL CHECK (occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('letter-sent', 'reminder-sent', 'called', 'opened', 'started', 'completed', 'partial', 'broke-off', 'screened-out', 'refused', 'refused-by-other', 'no-contact', 'deceased', 'unable', 'language-barrier', 'undeliverable', 'moved-away', 'withdrawn', 'code-issued', 'code-revoked')),
  PRIMARY KEY (case_id, occurred_on, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The file for the print supplier is the only place where codes can be read: it is kept, encrypted, until it
-- has arrived.
CREATE TABLE printer_files (
  file_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  codes INTEGER NOT NULL CHECK (codes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sealed BLOB,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  received_by TEXT,
  received_at INTEGER,
  CHECK (received_at IS NULL OR sealed IS NULL),
  CHECK ((received_at IS NULL) = (received_by IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE access_codes (
  code_hash BLOB PRIMARY KEY CHECK (length(code_hash) = 32),
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  status TEXT NOT NULL CHECK (status IN ('active', 'revoked')),
  issued_on TEXT NOT NULL,
  file_id INTEGER REFERENCES printer_files (file_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX access_codes_by_case ON access_codes (case_id, status);
--> statement-breakpoint
CREATE TABLE resident_sessions (
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  code_hash BLOB NOT NULL REFERENCES access_codes (code_hash),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX resident_sessions_by_end ON resident_sessions (expires_at);
--> statement-breakpoint
CREATE INDEX resident_sessions_by_case ON resident_sessions (case_id);
--> statement-breakpoint
CREATE INDEX resident_sessions_by_code ON resident_sessions (code_hash);
--> statement-breakpoint
-- Answers belong to the code under which they were begun: a code that replaces it does not open them by
-- itself.
CREATE TABLE drafts (
  case_id TEXT PRIMARY KEY REFERENCES cases (case_id),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  code_hash BLOB NOT NULL REFERENCES access_codes (code_hash),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX drafts_by_code ON drafts (code_hash);
--> statement-breakpoint
CREATE TABLE sealed_responses (
  response_id BLOB PRIMARY KEY CHECK (length(response_id) = 16),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE responses (
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  response_id BLOB NOT NULL CHECK (length(response_id) = 16),
  stratum TEXT NOT NULL,
  district INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('web', 'phone', 'paper')),
  phase TEXT NOT NULL CHECK (phase IN ('early', 'late')),
  completeness TEXT NOT NULL CHECK (completeness IN ('complete', 'partial')),
  questionnaire_version TEXT NOT NULL REFERENCES questionnaires (version),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  PRIMARY KEY (wave_id, response_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX responses_by_class ON responses (wave_id, stratum, completeness);
--> statement-breakpoint
CREATE TABLE weight_runs (
  run_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  method_version TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
  output_sha256 TEXT NOT NULL CHECK (length(output_sha256) = 64),
  report TEXT NOT NULL CHECK (json_valid(report)),
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE weights (
  run_id INTEGER NOT NULL REFERENCES weight_runs (run_id),
  response_id BLOB NOT NULL,
  base REAL NOT NULL,
  nonresponse REAL NOT NULL,
  final REAL NOT NULL,
  PRIMARY KEY (run_id, response_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE analysis_runs (
  run_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  weight_run_id INTEGER NOT NULL REFERENCES weight_runs (run_id),
  method_version TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
  output_sha256 TEXT NOT NULL CHECK (length(output_sha256) = 64),
  analysis TEXT NOT NULL CHECK (json_valid(analysis)),
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER weight_runs_are_never_changed BEFORE UPDATE ON weight_runs
BEGIN SELECT RAISE(ABORT, 'a run never changes'); END;
--> statement-breakpoint
CREATE TRIGGER weight_runs_are_never_deleted BEFORE DELETE ON weight_runs
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER weights_are_never_changed BEFORE UPDATE ON weights
BEGIN SELECT RAISE(ABORT, 'a weight never changes'); END;
--> statement-breakpoint
CREATE TRIGGER weights_are_never_deleted BEFORE DELETE ON weights
BEGIN SELECT RAISE(ABORT, 'a weight is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER analysis_runs_are_never_changed BEFORE UPDATE ON analysis_runs
BEGIN SELECT RAISE(ABORT, 'a run never changes'); END;
--> statement-breakpoint
CREATE TRIGGER analysis_runs_are_never_deleted BEFORE DELETE ON analysis_runs
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
--> statement-breakpoint
CREATE TABLE publication_keys (
  key_id INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 43),
  wrapped_private_key BLOB NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE publications (
  publication_id TEXT PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  number INTEGER NOT NULL CHECK (number > 0),
  replaces TEXT REFERENCES publications (publication_id),
  weight_run_id INTEGER NOT NULL REFERENCES weight_runs (run_id),
  analysis_run_id INTEGER NOT NULL REFERENCES analysis_runs (run_id),
  document TEXT NOT NULL CHECK (json_valid(document)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  public_key TEXT NOT NULL REFERENCES publication_keys (public_key),
  signature TEXT NOT NULL,
  -- exact figures behind the document, for the disclosure control of a correction
  exact TEXT NOT NULL CHECK (json_valid(exact)),
  published_by TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  UNIQUE (wave_id, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE imported_studies (
  wave_id TEXT PRIMARY KEY REFERENCES waves (wave_id),
  study TEXT NOT NULL,
  asked_with TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  mapping_sha256 TEXT NOT NULL CHECK (length(mapping_sha256) = 64),
  -- what the import counted, beside what it stored
  tallies TEXT NOT NULL CHECK (json_valid(tallies)),
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE study_designs (
  wave_id TEXT NOT NULL REFERENCES imported_studies (wave_id),
  response_id BLOB NOT NULL CHECK (length(response_id) = 16),
  weight REAL CHECK (weight > 0),
  stratum INTEGER CHECK (stratum >= 0),
  unit INTEGER CHECK (unit >= 0),
  stratum_size REAL CHECK (stratum_size > 0),
  PRIMARY KEY (wave_id, response_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE parallel_samples (
  run_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  mode TEXT NOT NULL CHECK (mode IN ('web', 'phone', 'paper')),
  study TEXT NOT NULL,
  asked_with TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  mapping_sha256 TEXT NOT NULL CHECK (length(mapping_sha256) = 64),
  method_version TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
  output_sha256 TEXT NOT NULL CHECK (length(output_sha256) = 64),
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  imported_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX parallel_samples_by_wave ON parallel_samples (wave_id, mode);
--> statement-breakpoint
CREATE TRIGGER parallel_samples_are_never_changed BEFORE UPDATE ON parallel_samples
BEGIN SELECT RAISE(ABORT, 'a run never changes'); END;
--> statement-breakpoint
CREATE TRIGGER parallel_samples_are_never_deleted BEFORE DELETE ON parallel_samples
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
--> statement-breakpoint
CREATE TABLE jobs (
  job_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  kind TEXT NOT NULL CHECK (kind IN ('draw', 'close', 'freeze', 'weight', 'publish', 'destroy-identities')),
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'refused', 'failed')),
  result TEXT NOT NULL CHECK (json_valid(result)),
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX one_running_job_per_wave ON jobs (wave_id) WHERE status = 'running';
--> statement-breakpoint
CREATE TRIGGER publications_are_never_changed BEFORE UPDATE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication never changes'); END;
--> statement-breakpoint
CREATE TRIGGER publications_are_never_deleted BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;
--> statement-breakpoint
CREATE TABLE audit (
  audit_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
