// Tests of RelataLanguage.
