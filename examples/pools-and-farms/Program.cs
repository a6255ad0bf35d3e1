using Examples.PoolsAndFarms;
using Pulumi;

return await Deployment.RunAsync<PoolsAndFarmsStack>();
