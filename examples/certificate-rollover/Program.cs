using Examples.Rollover;
using Pulumi;

return await Deployment.RunAsync<RolloverStack>();
