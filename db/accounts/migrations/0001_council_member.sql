CREATE TABLE staff_next (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN (
    'manager', 'interviewer', 'firm-analyst', 'city-analyst', 'viewer', 'council-member', 'administrator'
  )),
  district INTEGER CHECK (district BETWEEN 1 AND 99),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((role = 'council-member') = (district IS NOT NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO staff_next (id, name, email, role, district, disabled, password_hash, created_at, updated_at)
SELECT id, name, email, role, NULL, disabled, password_hash, created_at, updated_at FROM staff;
--> statement-breakpoint
DROP TABLE staff;
--> statement-breakpoint
ALTER TABLE staff_next RENAME TO staff;
