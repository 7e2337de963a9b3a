console.log("the dashboard of the tests");
