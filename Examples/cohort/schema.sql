-- The rows of many notebooks as tables of DuckDB. The types are given, for a column may have nothing in it.
SET VARIABLE today = coalesce(try_cast(getenv('TODAY') AS DATE), current_date);

CREATE TABLE notes AS SELECT * FROM read_json('rows/notes.jsonl', format = 'newline_delimited', columns = {
  notebook: 'VARCHAR', path: 'VARCHAR', company: 'VARCHAR', role: 'VARCHAR', round: 'VARCHAR', date: 'DATE',
  title: 'VARCHAR', time: 'VARCHAR', place: 'VARCHAR', interviewers: 'VARCHAR[]', outcome: 'VARCHAR',
  interview: 'BOOLEAN', request: 'VARCHAR', asked: 'DATE', answered: 'DATE', refused: 'DATE', thanked: 'DATE',
  topics: 'VARCHAR[]'});

CREATE TABLE feedback AS SELECT * FROM read_json('rows/feedback.jsonl', format = 'newline_delimited', columns = {
  notebook: 'VARCHAR', path: 'VARCHAR', company: 'VARCHAR', role: 'VARCHAR', round: 'VARCHAR', date: 'DATE',
  line: 'INTEGER', "column": 'INTEGER', came: 'DATE', stage: 'VARCHAR', text: 'VARCHAR', topics: 'VARCHAR[]',
  sources: 'VARCHAR[]', since: 'DATE', id: 'VARCHAR', reasons: 'INTEGER', plans: 'INTEGER', actions: 'INTEGER'});

CREATE TABLE actions AS SELECT * FROM read_json('rows/actions.jsonl', format = 'newline_delimited', columns = {
  notebook: 'VARCHAR', path: 'VARCHAR', company: 'VARCHAR', role: 'VARCHAR', round: 'VARCHAR', date: 'DATE',
  line: 'INTEGER', "column": 'INTEGER', feedback: 'INTEGER', state: 'VARCHAR', text: 'VARCHAR', topics: 'VARCHAR[]',
  due: 'DATE', scheduled: 'DATE', done: 'DATE', dropped: 'DATE', repeats: 'VARCHAR', id: 'VARCHAR'});

CREATE TABLE lessons AS SELECT * FROM read_json('rows/lessons.jsonl', format = 'newline_delimited', columns = {
  notebook: 'VARCHAR', path: 'VARCHAR', company: 'VARCHAR', role: 'VARCHAR', round: 'VARCHAR', date: 'DATE',
  line: 'INTEGER', "column": 'INTEGER', topic: 'VARCHAR', text: 'VARCHAR', statements: 'INTEGER', people: 'INTEGER',
  unsorted: 'INTEGER', first: 'DATE', last: 'DATE', plans: 'INTEGER', actions: 'INTEGER', worked: 'INTEGER',
  slipped: 'INTEGER', shown: 'DATE', standing: 'VARCHAR'});
