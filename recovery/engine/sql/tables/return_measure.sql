-- Which columns of the national activity return are counted under which measure of the activity plan.
CREATE TABLE return_measure (
    place INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, -- line, or part where another measure has it in it
    field VARCHAR NOT NULL,
    parts INTEGER NOT NULL -- how many columns the measure is added from
);
