using Examples.ThreeProducts;
using Pulumi;

return await Deployment.RunAsync<ThreeProductsStack>();
