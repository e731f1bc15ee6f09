CREATE TABLE publication_keys (
  key_id INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 43),
  wrapped_private_key BLOB NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN public_key TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN signature TEXT NOT NULL DEFAULT '';
