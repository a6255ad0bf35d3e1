namespace PartnerTrust.Trust.Keys;

/// <summary>The primes in their order, by the sieve of Eratosthenes.</summary>
internal static class Primes
{
    public static int[] Below(int limit)
    {
        var primes = new List<int>();
        var composite = new bool[limit];
        for (var number = 2; number < limit; number++)
        {
            if (composite[number])
            {
                continue;
            }

            primes.Add(number);
            for (var multiple = (long)number * number; multiple < limit; multiple += number)
            {
                composite[multiple] = true;
            }
        }

        return [.. primes];
    }
}
