using Examples.Existing;
using Pulumi;

return await Deployment.RunAsync<ExistingInstallationStack>();
