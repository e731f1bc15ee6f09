ALTER TABLE history_points ADD COLUMN source_pl TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE history_points ADD COLUMN note_pl TEXT NOT NULL DEFAULT '';
