using Examples.Component;
using Pulumi;

return await Deployment.RunAsync<TrustStack>();
