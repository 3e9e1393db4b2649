-- What does the activity plan come to when every year and change is re-added?
SELECT * EXCLUDE (place)
FROM activity_plan_readded($submission)
ORDER BY place;
