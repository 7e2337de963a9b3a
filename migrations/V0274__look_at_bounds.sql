-- Beside reads and writes, so that the step after this one has nothing to look at while it holds the tables.
ALTER TABLE step VALIDATE CONSTRAINT bound;
ALTER TABLE timer VALIDATE CONSTRAINT bound;
ALTER TABLE state_read VALIDATE CONSTRAINT bound;
ALTER TABLE consumption VALIDATE CONSTRAINT bound;
