-- Documents of megabytes are stored deflated: no query looks into them. SQL cannot deflate those that are
-- there, and refuses the new column beside any.
ALTER TABLE publications DROP COLUMN document;
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN document BLOB NOT NULL;
