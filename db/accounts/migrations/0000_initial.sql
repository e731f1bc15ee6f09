CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('manager', 'interviewer', 'firm-analyst', 'city-analyst', 'viewer', 'administrator')),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES staff (id),
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE sign_in_audit (
  audit_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
--> statement-breakpoint
CREATE TABLE known_devices (
  device TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES staff (id),
  signed_in_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX known_devices_by_user ON known_devices (user_id, signed_in_at);
--> statement-breakpoint
CREATE TABLE known_places (
  place TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES staff (id),
  signed_in_at INTEGER NOT NULL,
  PRIMARY KEY (place, user_id)
) STRICT, WITHOUT ROWID;
