const meals = /dejeuner|diner|repas|buffet|lunch|dinner|supper|breakfast|brunch|\bmeal/i;

/** Whether the title of a break says that people eat: such a break counts in no declared length, and is never cut short. */
export const isMealTitle = (title: string): boolean => meals.test(title.normalize('NFD').replace(/\p{M}/gu, ''));
