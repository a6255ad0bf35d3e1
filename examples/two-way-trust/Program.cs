using Examples.TwoWayTrust;
using Pulumi;

return await Deployment.RunAsync<TwoWayTrustStack>();
