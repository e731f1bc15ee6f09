CREATE TABLE trusted_keys (
  public_key TEXT PRIMARY KEY CHECK (length(public_key) = 43),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
  note TEXT NOT NULL,
  trusted_by TEXT NOT NULL,
  trusted_at INTEGER NOT NULL,
  revoked_by TEXT,
  revoked_at INTEGER,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER trusted_keys_are_never_deleted BEFORE DELETE ON trusted_keys
BEGIN SELECT RAISE(ABORT, 'a key that was trusted is revoked, not forgotten'); END;
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN public_key TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN signature TEXT NOT NULL DEFAULT '';
