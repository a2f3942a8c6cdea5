// Stands in the bundle of the command line for the module that starts programs: it starts none.
module.exports = {};
