CREATE TABLE readings (
  reading_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id TEXT NOT NULL REFERENCES staff (id),
  act TEXT NOT NULL CHECK (act IN ('opened', 'exported')),
  address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 500)
) STRICT;
--> statement-breakpoint
CREATE INDEX readings_by_time ON readings (at);
--> statement-breakpoint
CREATE INDEX readings_by_user ON readings (user_id, at);
