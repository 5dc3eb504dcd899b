#!/bin/sh
# Makes Temporal's databases, where they are not there, and brings their tables up to the server's version. Run again, it
# finds its work done. Where and as whom, the environment says (SQL_HOST, SQL_USER, …).
set -eu
for schema in temporal visibility; do
  if [ "$schema" = temporal ]; then SQL_DATABASE=temporal; else SQL_DATABASE=temporal_visibility; fi
  export SQL_DATABASE
  temporal-sql-tool create
  temporal-sql-tool setup-schema --version 0.0
  temporal-sql-tool update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
