-- Run once, when the data volume is new. The owner migrates; the app role is allowed what the migrations grant it.
\getenv owner_password JOURNEYS_OWNER_PASSWORD
\getenv app_password JOURNEYS_APP_PASSWORD
\getenv temporal_password TEMPORAL_PASSWORD
create role journeys_owner login password :'owner_password';
create role journeys_app login password :'app_password';
create database journeys owner journeys_owner;
create role temporal login createdb password :'temporal_password';
