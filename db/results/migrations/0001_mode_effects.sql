CREATE TABLE published_mode_effects (
  publication_id TEXT NOT NULL REFERENCES publications (publication_id),
  indicator TEXT NOT NULL,
  position INTEGER NOT NULL,
  sample TEXT NOT NULL CHECK (json_valid(sample)),
  effect TEXT NOT NULL CHECK (json_valid(effect)),
  PRIMARY KEY (indicator, publication_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER published_mode_effects_are_never_changed BEFORE UPDATE ON published_mode_effects
BEGIN SELECT RAISE(ABORT, 'a published figure never changes'); END;
--> statement-breakpoint
CREATE TRIGGER published_mode_effects_are_never_deleted BEFORE DELETE ON published_mode_effects
BEGIN SELECT RAISE(ABORT, 'a published figure is never deleted'); END;
