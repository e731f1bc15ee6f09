CREATE TABLE fieldwork_reports (
  wave_id TEXT NOT NULL,
  as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  public_key TEXT NOT NULL,
  signature TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL,
  PRIMARY KEY (wave_id, as_of)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER fieldwork_reports_are_never_deleted BEFORE DELETE ON fieldwork_reports
BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END;
