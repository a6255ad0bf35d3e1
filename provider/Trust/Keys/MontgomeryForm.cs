using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PartnerTrust.Trust.Keys;

/// <summary>Arithmetic modulo an odd number n without division (Montgomery, "Modular Multiplication Without Trial Division", 1985): x is held as
/// <c>x · 2^(64k) mod n</c>, in k limbs of 64 bits, the lowest first. With numbers as long as an RSA key's it takes a fraction of the time of
/// <see cref="BigInteger.ModPow"/>. One object serves one thread.</summary>
internal sealed class MontgomeryForm
{
    private const int LimbBits = 64;

    private readonly ulong[] modulus;

    /// <summary>What, times the modulus, is −1 modulo 2^64.</summary>
    private readonly ulong inverse;

    /// <summary>Twice as long as a number: the last product, before it is reduced.</summary>
    private readonly ulong[] product;

    public MontgomeryForm(BigInteger modulus)
    {
        this.modulus = Limbs(modulus, (int)((modulus.GetBitLength() + LimbBits - 1) / LimbBits));
        product = new ulong[2 * this.modulus.Length];
        inverse = NegativeInverse(this.modulus[0]);
    }

    public ulong[] Of(BigInteger number) => Limbs((number << (LimbBits * modulus.Length)) % Number(modulus), modulus.Length);

    public BigInteger NumberOf(ulong[] form)
    {
        product.AsSpan().Clear();
        form.CopyTo(product, 0);
        var number = new ulong[modulus.Length];
        Reduce(number);
        return Number(number);
    }

    public void Double(ulong[] form)
    {
        ulong carry = 0;
        foreach (ref var limb in form.AsSpan())
        {
            (limb, carry) = ((limb << 1) | carry, limb >> (LimbBits - 1));
        }

        Fit(form, carry);
    }

    public void Square(ulong[] form)
    {
        product.AsSpan().Clear();
        for (var i = 0; i < form.Length; i++)
        {
            product[i + form.Length] = AddMultiple(product.AsSpan((2 * i) + 1), form.AsSpan(i + 1), form[i]);
        }

        DoubleProductAndAddSquares(form);
        Reduce(form);
    }

    /// <summary>The products of two different limbs count twice, those of a limb with itself once.</summary>
    private void DoubleProductAndAddSquares(ulong[] form)
    {
        UInt128 carry = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var square = Math.BigMul(form[i], form[i]);
            carry += ((UInt128)product[2 * i] << 1) + (ulong)square;
            product[2 * i] = (ulong)carry;
            carry = (carry >> LimbBits) + ((UInt128)product[(2 * i) + 1] << 1) + (square >> LimbBits);
            product[(2 * i) + 1] = (ulong)carry;
            carry >>= LimbBits;
        }
    }

    /// <summary>Divides the product by 2^(64k): limb by limb it is made divisible by adding multiples of the modulus.</summary>
    private void Reduce(ulong[] result)
    {
        ulong carry = 0;
        for (var i = 0; i < modulus.Length; i++)
        {
            var sum = (UInt128)product[i + modulus.Length] + AddMultiple(product.AsSpan(i), modulus, product[i] * inverse) + carry;
            product[i + modulus.Length] = (ulong)sum;
            carry = (ulong)(sum >> LimbBits);
        }

        product.AsSpan(modulus.Length).CopyTo(result);
        Fit(result, carry);
    }

    /// <summary>Where all the time goes; returns what is carried over the end. A young process would run it unoptimized for longer than one
    /// key takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong AddMultiple(Span<ulong> sums, ReadOnlySpan<ulong> number, ulong factor)
    {
        ulong carry = 0;
        sums = sums[..number.Length];
        for (var i = 0; i < number.Length; i++)
        {
            var sum = Math.BigMul(number[i], factor) + sums[i] + carry;
            sums[i] = (ulong)sum;
            carry = (ulong)(sum >> LimbBits);
        }

        return carry;
    }

    /// <summary>A number below twice the modulus becomes one below the modulus.</summary>
    private void Fit(ulong[] number, ulong carry)
    {
        if (carry == 0 && IsBelowModulus(number))
        {
            return;
        }

        ulong borrow = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var difference = (UInt128)number[i] - modulus[i] - borrow;
            number[i] = (ulong)difference;
            borrow = (ulong)(difference >> LimbBits) & 1;
        }
    }

    private bool IsBelowModulus(ulong[] number)
    {
        var differing = number.Length - 1;
        while (differing > 0 && number[differing] == modulus[differing])
        {
            differing--;
        }

        return number[differing] < modulus[differing];
    }

    /// <summary>By Newton's method: an odd number is its own inverse modulo 8, and each step doubles the bits that are right.</summary>
    private static ulong NegativeInverse(ulong odd)
    {
        var inverse = odd;
        for (var bits = 3; bits < LimbBits; bits *= 2)
        {
            inverse *= 2 - (odd * inverse);
        }

        return 0 - inverse;
    }

    private static ulong[] Limbs(BigInteger number, int count)
    {
        var limbs = new ulong[count];
        number.TryWriteBytes(MemoryMarshal.AsBytes(limbs.AsSpan()), out _, isUnsigned: true);
        return limbs;
    }

    private static BigInteger Number(ulong[] limbs) => new(MemoryMarshal.AsBytes(limbs.AsSpan()), isUnsigned: true);
}
