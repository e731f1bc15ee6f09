CREATE TABLE known_devices (
  device TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  signed_in_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX known_devices_by_user ON known_devices (user_id, signed_in_at);
--> statement-breakpoint
CREATE TABLE known_places (
  place TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  signed_in_at INTEGER NOT NULL,
  PRIMARY KEY (place, user_id)
) STRICT, WITHOUT ROWID;
