-- What was one submission: its dataset, month and the fields its source has?
SELECT id, dataset, month, illustrative, json_keys(columns)
FROM submission
WHERE id = $submission AND organisation = $organisation;
