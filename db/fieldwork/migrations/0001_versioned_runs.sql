-- null only in runs made before runs named what they were made of
ALTER TABLE weight_runs ADD COLUMN output_sha256 TEXT CHECK (length(output_sha256) = 64);
--> statement-breakpoint
ALTER TABLE analysis_runs ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parameters));
--> statement-breakpoint
ALTER TABLE analysis_runs ADD COLUMN input_sha256 TEXT CHECK (length(input_sha256) = 64);
--> statement-breakpoint
ALTER TABLE analysis_runs ADD COLUMN output_sha256 TEXT CHECK (length(output_sha256) = 64);
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN weight_run_id INTEGER REFERENCES weight_runs (run_id);
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN analysis_run_id INTEGER REFERENCES analysis_runs (run_id);
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
CREATE TRIGGER settings_of_an_opened_wave_are_never_changed BEFORE UPDATE OF settings ON waves
WHEN OLD.status NOT IN ('planned', 'sampled') AND NEW.settings <> OLD.settings
BEGIN SELECT RAISE(ABORT, 'the rule of a wave that has opened never changes'); END;
