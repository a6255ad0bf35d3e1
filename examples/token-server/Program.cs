using Examples.TokenServers;
using Pulumi;

return await Deployment.RunAsync<TokenServerStack>();
